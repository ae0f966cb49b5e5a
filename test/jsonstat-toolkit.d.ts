declare module 'jsonstat-toolkit' {
  export type Category = { label: string; index: number }
  export type Axis = {
    id: string[]
    label: string
    role: string
    Category(id: string): Category
  }
  export type Cube = {
    class: string
    label: string
    note: string[]
    source: string
    updated: string
    id: string[]
    size: number[]
    n: number
    role: Record<string, string[]>
    value: (number | null)[]
    Dimension(id: string): Axis
    Data(at: Record<string, string>): { value: number | null }
  }
  export default function JSONstat(document: unknown): Cube
}
