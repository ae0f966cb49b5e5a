// Makes the files of a release beside the service, so that no reader waits for it. In JavaScript, because a worker does
// not inherit the loader of TypeScript from the process on every version of Node.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { makeFiles } = await import('./make.ts')
parentPort?.postMessage(await makeFiles(workerData))
