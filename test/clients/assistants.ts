/**
 * `npm run check:mcp`: what others made to test servers of the Model Context Protocol finds no fault in ours. The
 * conformance suite runs the scenarios that are about a server of tools alone (the others want one that was made for
 * the suite), and the inspector lists the tools and calls one.
 */
import { join } from 'node:path'
import { check, install, serve } from './scratch.ts'

const SCENARIOS = ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection']
const INSPECTOR = '@modelcontextprotocol/inspector@2.12.0'
/** The oldest Node that both run on. */
const NODE = [22, 19] as const

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isOld = major < NODE[0] || (major === NODE[0] && minor < NODE[1])
/** Node itself as a package, without a script that installs it. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`

await check(async scope => {
  const packages = ['@modelcontextprotocol/conformance@0.1.16', INSPECTOR, ...(isOld ? [`${NODE_PACKAGE}@22`] : [])]
  const scratch = await install(scope, packages)
  const url = `${await serve(scope)}/mcp`
  const node = isOld ? `../${NODE_PACKAGE}/bin/node` : process.execPath
  const at = (file: string) => join(scratch.dir, 'node_modules/@modelcontextprotocol', file)
  for (const scenario of SCENARIOS) {
    await scratch.run(node, at('conformance/dist/index.js'), 'server', '--url', url, '--scenario', scenario)
    console.log(`conformance: ${scenario} passes`)
  }
  const inspect = async (...args: string[]) => {
    const launcher = at('inspector/clients/launcher/build/index.js')
    return JSON.parse(await scratch.run(node, launcher, '--cli', url, '--transport', 'http', ...args))
  }
  const { tools } = (await inspect('--method', 'tools/list')) as { tools: { name: string }[] }
  if (tools.length === 0) throw new Error('the inspector sees no tools')
  const called = (await inspect('--method', 'tools/call', '--tool-name', 'search', '--tool-arg', 'q=Ivory Coast')) as {
    structuredContent: { data: { id: string }[] }
  }
  if (called.structuredContent.data[0]?.id !== 'CI') throw new Error('the inspector gets another answer')
  console.log(`inspector: ${tools.length} tools, and search finds what it should`)
})
