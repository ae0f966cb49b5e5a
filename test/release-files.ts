/** The files of a release, as tests read them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { type Client, made } from './helper.ts'

type File = { name: string; bytes: number; sha256: string; media_type: string; url: string }
type Release = { rows: Record<string, number>; files: File[] }

/** What the service says of a release, once its files are made. */
export const releaseOf = async (client: Client, id: string): Promise<Release> =>
  JSON.parse((await made(client, `/v1/releases/${id}`)).body).data
/** A file of a release, once it is made. */
export const bytesOf = async (client: Client, name: string, id = '2016-12') =>
  (await made(client, `/v1/releases/${id}/${name}`)).rawPayload

/** A folder that goes with the test. */
export function scratch(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogp-files-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
