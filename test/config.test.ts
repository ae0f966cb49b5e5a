import { resolve } from 'node:path'
import t from 'tap'
import { ConfigError, readConfig } from '../src/config.ts'

t.test('without settings the service listens on port 3000 and keeps its data in .data', async t => {
  t.same(readConfig({}), {
    host: 'localhost',
    port: 3000,
    dataDir: resolve('.data'),
    postgresBin: undefined,
    databaseUrl: undefined,
    replicaUrls: [],
    logLevel: 'info',
    publicUrl: undefined,
    rateLimit: 1200,
    busyMilliseconds: 500,
    columnsMegabytes: 256,
    stopSeconds: 30,
    trustProxy: false,
    metricsFrom: ['loopback']
  })
})

t.test('settings are read, trimmed and typed', async t => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: ' 80 ',
    DATA_DIR: '/srv/data',
    DATABASE_URL: 'postgres://a@b/c',
    DATABASE_REPLICA_URLS: 'postgres://a@r1/c, postgresql://a@r2/c',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://data.example.org/',
    RATE_LIMIT: '0',
    COLUMNS_MEGABYTES: '64',
    STOP_SECONDS: '5',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8, 192.0.2.7'
  })
  t.match(config, {
    host: '0.0.0.0',
    port: 80,
    dataDir: '/srv/data',
    publicUrl: 'https://data.example.org',
    rateLimit: 0,
    columnsMegabytes: 64,
    stopSeconds: 5,
    trustProxy: ['loopback', '10.0.0.0/8', 'fd00::/8', '192.0.2.7']
  })
  t.same(config.replicaUrls, ['postgres://a@r1/c', 'postgresql://a@r2/c'])
})

t.test('everything that is wrong is said in one line, and no password in it', async t => {
  const wrong = {
    HOST: 'two words',
    PORT: '65536',
    DATABASE_URL: 'mysql://root:secret@db/x',
    DATABASE_REPLICA_URLS: 'postgres://a@b/c',
    LOG_LEVEL: 'loud',
    PUBLIC_URL: 'https://x.org/data',
    RATE_LIMIT: '-1',
    TRUST_PROXY: 'yes'
  }
  try {
    readConfig(wrong)
    t.fail('it must not be accepted')
  } catch (error) {
    const { message } = error as Error
    t.ok(error instanceof ConfigError)
    for (const name of Object.keys(wrong)) t.match(message, name)
    t.notMatch(message, /secret|\n/)
    t.match(message, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"')
  }
})

t.test('a proxy is trusted by its address alone, and only where the public address is known', async t => {
  const PUBLIC_URL = 'https://data.example.org'
  for (const wrong of [
    'true',
    '1',
    '*',
    '0.0.0.0/0',
    '10.0.0.0/33',
    '10.0.0/8',
    'loopback,proxy.example',
    '::/0',
    '10.0.0.0/8/8',
    'loopback,'
  ])
    t.throws(() => readConfig({ PUBLIC_URL, TRUST_PROXY: wrong }), /TRUST_PROXY must be false, or the addresses/, wrong)
  t.throws(() => readConfig({ TRUST_PROXY: 'loopback' }), /TRUST_PROXY needs PUBLIC_URL/)
  t.equal(readConfig({ TRUST_PROXY: 'false' }).trustProxy, false)
})
