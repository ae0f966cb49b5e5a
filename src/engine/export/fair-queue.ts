/** Places for work of bounded number, shared fairly: the client that has fewest is next, and none has them all. */
import { setTimeout as sleep } from 'node:timers/promises'
import { unavailable } from '../../http/errors/problems.ts'

export type QueueLimits = {
  /** How many may work at once. */
  places: number
  /** How many of them one client may have. */
  placesOfOne: number
  /** How many may wait. */
  waiting: number
  /** How long one waits before it is refused. */
  patienceMilliseconds: number
}

export type FairQueue = {
  /** Waits for a place; returns what gives it back. Throws a Problem when that takes too long, and the reason of an aborted signal. */
  take(client: string, signal: AbortSignal): Promise<() => void>
  /** Gives places to those who may have one now. */
  advance(): void
  waiting(): number
  /** Was the last who came refused, and would the next be? */
  isExhausted(): boolean
}

type Waiting = { client: string; hasPlace: boolean; begin: () => void }

/** `hasRoom` tells whether the work of a client may begin as far as anything but places is concerned. */
export function fairQueue(limits: QueueLimits, hasRoom: (client: string) => boolean): FairQueue {
  const running = new Map<string, number>()
  const queue = new Set<Waiting>()
  let taken = 0
  let isRefusing = false

  const placesOf = ({ client }: Waiting) => running.get(client) ?? 0

  const count = (client: string, by: 1 | -1) => {
    taken += by
    const left = (running.get(client) ?? 0) + by
    if (left > 0) running.set(client, left)
    else running.delete(client)
  }

  const advance = () => {
    while (taken < limits.places) {
      const able = [...queue].filter(entry => placesOf(entry) < limits.placesOfOne && hasRoom(entry.client))
      const [next] = able.sort((a, b) => placesOf(a) - placesOf(b))
      if (!next) return
      queue.delete(next)
      count(next.client, 1)
      next.hasPlace = true
      isRefusing = false
      next.begin()
    }
  }

  const giveBack = (client: string) => {
    count(client, -1)
    advance()
  }

  const refuse = (): never => {
    isRefusing = true
    throw unavailable('Too many exports run already.')
  }

  return {
    async take(client, signal) {
      if (queue.size >= limits.waiting) refuse()
      const over = new AbortController()
      const entry: Waiting = { client, hasPlace: false, begin: () => over.abort() }
      queue.add(entry)
      advance()
      await sleep(limits.patienceMilliseconds, undefined, {
        signal: AbortSignal.any([signal, over.signal])
      }).catch(() => {})
      queue.delete(entry)
      if (entry.hasPlace && signal.aborted) giveBack(client)
      signal.throwIfAborted()
      if (!entry.hasPlace) refuse()
      let isGivenBack = false
      return () => {
        if (!isGivenBack) giveBack(client)
        isGivenBack = true
      }
    },
    advance,
    waiting: () => queue.size,
    isExhausted: () => isRefusing && (taken >= limits.places || !hasRoom(''))
  }
}
