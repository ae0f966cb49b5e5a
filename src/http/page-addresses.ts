/** One way to write the address of a page: others hang parameters on it to follow its readers, and slashes. */
import type { FastifyInstance } from 'fastify'
import { LIFETIMES } from './respond.ts'

/** What advertisers, mailers, social networks and audience meters add to links, in small letters. */
const TRACKERS: ReadonlySet<string> = new Set([
  // Google
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'gad_source', 'gad_campaignid', 'srsltid', '_ga', '_gl'],
  // Meta
  ...['fbclid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref', 'igsh', 'igshid', 'mibextid'],
  // Microsoft, LinkedIn, X, TikTok, Pinterest, Snapchat, Reddit, Yandex
  ...['msclkid', 'li_fat_id', 'twclid', 'ref_src', 'ref_url', '__twitter_impression', 'ttclid', 'epik', 'sccid'],
  ...['rdt_cid', 'yclid', 'ymclid', 'ysclid', 'yadclid'],
  // Mailchimp, Marketo, HubSpot, Drip, Vero, Omeda, Dotdigital
  ...['mc_cid', 'mc_eid', 'mc_tc', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking'],
  ...['__s', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id', 'dm_i'],
  // Adobe, AT Internet, Impact, others
  ...['s_cid', 's_kwcid', 'ef_id', 'xtor', 'irclickid', 'cmpid', 'wickedid', 'rb_clickid', 'guccounter']
])
/** Families of parameters: Urchin and Google, Matomo and Piwik, AT Internet, HubSpot's advertisements. */
const FAMILIES = /^(utm|mtm|matomo|pk|piwik|at|hsa|guce)_/

/** A path on this host, whatever a browser makes of it: no second slash, no backslash, nothing that it drops. */
const SAFE_PATH = /^\/(?![/\\])[^\\\p{Cc} ]*$/u

/** Whether the name of a parameter is one of those, however it is encoded and in whatever letters. */
export function isTracker(written: string): boolean {
  let name = written
  try {
    name = decodeURIComponent(written)
  } catch {
    // What cannot be decoded is no name that we know.
  }
  const lower = name.toLowerCase()
  return TRACKERS.has(lower) || FAMILIES.test(lower)
}

/** The address without trackers and slashes at its end; all else stays as it was sent. */
export function plainAddress(url: string): string {
  const at = url.indexOf('?')
  const path = at < 0 ? url : url.slice(0, at)
  if (!SAFE_PATH.test(path)) return url
  const parts = at < 0 ? [] : url.slice(at + 1).split('&')
  const kept = parts.filter(part => !isTracker(part.split('=')[0] ?? ''))
  const plain = path.replace(/(?<=[^/])\/+$/, '')
  // Only what has a fault is written anew.
  if (kept.length === parts.length && plain === path) return url
  return kept.length > 0 ? `${plain}?${kept.join('&')}` : plain
}

/** Registers the redirects. Below `prefix` are addresses of programs, where nothing is ignored. */
export function redirectPages(app: FastifyInstance, prefix: string): void {
  const isOfPrograms = new RegExp(`^${prefix}([/?]|$)`)
  app.addHook('onRequest', ({ method, raw: { url = '' } }, reply, done) => {
    if ((method !== 'GET' && method !== 'HEAD') || isOfPrograms.test(url)) return done()
    const plain = plainAddress(url)
    if (plain === url) return done()
    reply.header('cache-control', LIFETIMES.hour).redirect(plain, 302)
  })
}
