/** A number as a page writes it, in either language. */
export const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''))
