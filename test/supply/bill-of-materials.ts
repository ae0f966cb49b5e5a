/** `npm run sbom`: what runs, with versions, digests and licences, as CycloneDX. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Packages = Record<string, { dev?: boolean; devDependencies?: unknown }>

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

/**
 * npm's own, of the lock file without what only tests and builds need: `--omit=dev` leaves out whatever a package for
 * development needs as well.
 */
export function billOfMaterials(): string {
  const { devDependencies: _, overrides: all, ...manifest } = read('package.json')
  // Without those that refer to a package for development.
  const overrides = Object.fromEntries(Object.entries(all).filter(([, version]) => typeof version === 'string'))
  const { packages, ...lock } = read('package-lock.json') as { packages: Packages }
  const kept = Object.entries(packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, { devDependencies: _, ...rest }]) => [path, rest])
  const folder = mkdtempSync(join(tmpdir(), 'ogp-sbom-'))
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, overrides }))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages: Object.fromEntries(kept) }))
    const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
    return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(billOfMaterials())
