/** The role that the service reads with, on the database that comes with it. */
import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connect } from './client.ts'

const READER = 'ogp_reader'
const FILE = new URL('../../migrations/reader-role.sql', import.meta.url)

/** Follows from the owner's, which is kept beside the data, and does not lead back to it. */
const passwordOf = (ownerPassword: string): string => createHmac('sha256', ownerPassword).update(READER).digest('hex')

/** The address of the same database for the role that reads. */
export function readerUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.password = passwordOf(url.password)
  url.username = READER
  return url.href
}

/** Makes the role, or brings it to what this version gives it; returns the address to read at. */
export async function prepareReader(ownerUrl: string): Promise<string> {
  const sql = connect(ownerUrl, { name: 'ogp-open-data roles' })
  const url = readerUrlOf(ownerUrl)
  try {
    const statements = await readFile(FILE, 'utf8')
    await sql.begin(async transaction => {
      await transaction.unsafe(statements)
      await transaction.unsafe(`alter role ${READER} password '${new URL(url).password}'`)
    })
  } finally {
    await sql.end({ timeout: 1 })
  }
  return url
}
