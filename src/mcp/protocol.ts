/** The Model Context Protocol by its own SDK, which is loaded when somebody first speaks it. */

import { Problem } from '../http/errors/problems.ts'
import type { Lang } from '../i18n/words.ts'
import { answerSchema, bounded } from './answer.ts'
import { type Asker, ToolProblem, told } from './asker.ts'
import { type Arguments, inputOf } from './tools/tool.ts'
import { TOOLS } from './tools/tools.ts'

const INSTRUCTIONS = `Data of the Open Government Partnership: what governments promised, what became of it, and how the Independent Reporting Mechanism (IRM) judged it. Begin with search. For numbers use indicator or count_groups, never your own count of rows. Give each share with its denominator, each answer with its permalink as the source, and say what its notes say of coverage. Null means that no source says; it is no zero. A figure of an older release is checked with check_figure.`

/** Nothing is written, and nothing beyond this service is asked. */
const ANNOTATIONS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

const LISTED = TOOLS.map(tool => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: inputOf(tool),
  outputSchema: answerSchema(tool.row) as { type: 'object' },
  annotations: { title: tool.title, ...ANNOTATIONS }
}))

type Open = (asked: { lang: Lang; release: string | undefined }) => Asker

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] })

export async function openProtocol(version: string) {
  const [{ Server }, { WebStandardStreamableHTTPServerTransport }, types, { AjvJsonSchemaValidator }] =
    await Promise.all([
      import('@modelcontextprotocol/sdk/server/index.js'),
      import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
      import('@modelcontextprotocol/sdk/types.js'),
      import('@modelcontextprotocol/sdk/validation/ajv')
    ])
  const validator = new AjvJsonSchemaValidator()
  const checks = new Map(LISTED.map(({ name, inputSchema }) => [name, validator.getValidator<Arguments>(inputSchema)]))

  async function call(name: string, given: unknown, open: Open) {
    const tool = TOOLS.find(known => known.name === name)
    if (!tool) throw new types.McpError(types.ErrorCode.InvalidParams, `There is no tool "${name.slice(0, 100)}".`)
    const { valid, errorMessage } = checks.get(name)?.(given ?? {}) ?? { valid: true }
    if (!valid) return failed(`The arguments are wrong: ${errorMessage}`)
    const { lang, release, ...asked } = (given ?? {}) as Arguments
    const asker = open({ lang: lang === 'fr' ? 'fr' : 'en', release: release as string | undefined })
    try {
      const structuredContent = bounded(await tool.run(asked, asker))
      return { structuredContent, content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }] }
    } catch (error) {
      if (error instanceof ToolProblem) return failed(error.message)
      if (error instanceof Problem) return failed(told(error.message, error.errors).message)
      throw error
    }
  }

  /** Answers one message; nothing is remembered between two. */
  return async (request: Request, parsedBody: unknown, open: Open): Promise<Response> => {
    const server = new Server(
      { name: 'ogp-open-data', title: 'OGP Open Data', version },
      { capabilities: { tools: {} }, instructions: INSTRUCTIONS }
    )
    server.setRequestHandler(types.ListToolsRequestSchema, () => ({ tools: LISTED }))
    server.setRequestHandler(types.CallToolRequestSchema, ({ params }) => call(params.name, params.arguments, open))
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    try {
      return await transport.handleRequest(request, { parsedBody })
    } finally {
      await server.close()
    }
  }
}
