/** A worker thread beside the service: it starts with the first question and ends when nobody has needed it for a while. */
import { type TransferListItem, Worker } from 'node:worker_threads'

/** A thread that nobody needs gives its memory back. */
const IDLE_MILLISECONDS = 60_000

/** What a worker answers to a message `{ id, question }`: the same `id` with its answer, or why there is none. */
type Told<Answer> = { id: number; answer?: Answer; fault?: string }

type Waiting<Answer> = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

export type Thread<Question, Answer> = {
  /** Answers come in the order of the questions. Rejects where the worker finds a fault, or ends. */
  ask(question: Question, transferred?: readonly TransferListItem[]): Promise<Answer>
  /** How many questions have no answer yet. */
  waiting(): number
  /** Keeps the worker, which remembers something between questions, until the function it returns is called. */
  hold(): () => void
  close(): Promise<void>
}

/** A worker that ends by itself is started again with the next question. */
export function openThread<Question, Answer>(file: URL): Thread<Question, Answer> {
  const waiting = new Map<number, Waiting<Answer>>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0
  let holders = 0

  const settle = ({ id, answer, fault }: Told<Answer>) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (fault === undefined) asker?.resolve(answer as Answer)
    else asker?.reject(new Error(fault))
  }
  const start = (): Worker => {
    const started = new Worker(file, { execArgv: [] })
    const fail = (fault: string) => {
      if (worker !== started) return
      worker = undefined
      for (const id of [...waiting.keys()]) settle({ id, fault })
    }
    started.on('message', (told: Told<Answer>) => {
      settle(told)
      rest()
    })
    started.on('error', error => fail(error.message))
    started.on('exit', code => fail(`the worker ended with code ${code}`))
    return started
  }
  const end = async () => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  /** It keeps no process from ending while nobody waits for it. */
  const rest = () => {
    if (waiting.size > 0) return
    worker?.unref()
    clearTimeout(idle)
    if (holders === 0) idle = setTimeout(() => void end(), IDLE_MILLISECONDS).unref()
  }

  return {
    ask(question, transferred = []) {
      clearTimeout(idle)
      worker ??= start()
      worker.ref()
      last += 1
      const id = last
      worker.postMessage({ id, question }, transferred)
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    waiting: () => waiting.size,
    hold() {
      holders++
      clearTimeout(idle)
      return () => {
        holders--
        rest()
      }
    },
    async close() {
      await end()
      for (const id of [...waiting.keys()]) settle({ id, fault: 'the service stops' })
    }
  }
}
