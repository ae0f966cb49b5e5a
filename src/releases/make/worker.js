// Makes the files of a release beside the service, so that no reader waits for it. In JavaScript, because a worker
// inherits the loader of TypeScript on some versions of Node only: it is started without, and loads its own.
import { parentPort, workerData } from 'node:worker_threads'
import { load } from '../../load.js'
import { giveWay } from '../../threads/priority.js'

giveWay()
const { makeFiles } = await load('src/releases/make/make.ts')
parentPort?.postMessage(await makeFiles(workerData))
