import { readFileSync, writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { readMapping } from '../../src/import/mapping/mapping.ts'
import { type Client, start } from '../helper.ts'
import { pathFor } from '../synthetic.ts'
import { command } from './command.ts'

/** Proposes, lets `edit` look at the proposal, and imports with it. */
async function bring(t: Test, client: Client, name: string, csv: string, edit: (proposal: Edited) => void) {
  const [file, map] = [pathFor(t, `${name}.csv`), pathFor(t, `${name}.json`)]
  writeFileSync(file, csv)
  const proposed = await command(client, 'import', file, '--map', map)
  t.match(proposed, { code: 1, output: /a mapping is proposed.*Nothing was imported/ })
  const proposal: Edited = JSON.parse(readFileSync(map, 'utf8'))
  edit(proposal)
  writeFileSync(map, JSON.stringify(proposal))
  const report = await command(client, 'import', file, '--map', map)
  await client.app.service.releases.refresh()
  return { proposal, report, again: () => command(client, 'import', file, '--map', map) }
}
type Edited = {
  reads: string
  id?: string
  columns: Record<string, string>
  constants: Record<string, string>
  help: string[]
}

t.test(
  'files of layouts nobody knew, such as those of scores, local members and local commitments, are read with a mapping',
  async t => {
    const client = await start(t, { own: 'sample' })
    const { json, get } = client

    await t.test('eligibility scores become rows of ours', async t => {
      const { proposal, report, again } = await bring(
        t,
        client,
        'scores',
        `Made up for a test,,,,,,
Country Name,Year,Fiscal Transparency Score,Access to Information Score,Asset Disclosure Score,Citizen Engagement Score,Total Score,Eligible?
Islamic Republic of Iran,2031,2,3,4,1,10.0,No
Chile,2031,4,4,4,?,12,Yes
Atlantis,2031,4,4,4,4,16,Yes
`,
        ({ constants }) => {
          constants.basis = 'stated'
        }
      )
      t.match(proposal, {
        reads: 'eligibility_scores',
        id: '{country}-{year}',
        columns: { country: 'Country Name', year: 'Year', total: 'Total Score', eligible: 'Eligible?' },
        help: [/^Look at every pair/]
      })
      t.match(report, { code: 3, output: /eligibility_scores +2 +2/ })
      t.match(report.output, /refused: scores\.csv, line 5, Country Name: "Atlantis" is not the name of a country/)
      t.match(report.output, /left empty: scores\.csv, line 4, Citizen Engagement Score: "\?"/)
      t.match((await json('/v1/eligibility-scores/IR-2031')).data, {
        country: 'IR',
        total: 10,
        eligible: false,
        basis: 'stated'
      })
      t.match((await json('/v1/eligibility-scores/CL-2031')).data, {
        citizen_engagement: null,
        source_locator: 'scores.csv, line 4'
      })
      t.match(await again(), { code: 3, output: /Nothing changed/ })
    })

    await t.test('local members, and then their commitments', async t => {
      const members = await bring(
        t,
        client,
        'members',
        'Member Name,Country,Status,Joined Date\nSynthetic Town,Chile,Active,2020\n',
        ({ columns, constants }) => {
          columns.name_en = 'Member Name'
          columns.name_fr = 'Member Name'
          columns.joined = 'Joined Date'
          columns.status = 'Status'
          columns.country = 'Country'
          Object.assign(constants, { kind: 'local', founding: 'no', in_brochure: 'no', as_of: '2026-11' })
          for (const name of Object.keys(columns)) delete constants[name]
        }
      )
      t.equal(members.proposal.reads, 'members')
      t.match(members.report, { code: 0 })
      t.match((await json('/v1/members/synthetic-town')).data, {
        kind: 'local',
        country: 'CL',
        status: 'active',
        joined: '2020'
      })
      const commitments = await bring(
        t,
        client,
        'commitments',
        'Locality,Plan Number,Commitment Number,Commitment Title,Full Text,Lead Institution,Potential Impact,Open Data\n"Synthetic Town, Chile",1,1,Open the budget of the town,Made up.,Town hall,Minor,1\n',
        ({ reads, columns }) => {
          t.match(reads, /^commitments-/)
          const { country, plan } = {
            country: reads === 'commitments-2024' ? 'Country/Locality' : 'Country',
            plan:
              reads === 'commitments-download'
                ? 'Action Plan No'
                : reads === 'commitments-2015'
                  ? 'Action Plan No.'
                  : 'Action Plan Number'
          }
          columns[country] = 'Locality'
          columns[plan] = 'Plan Number'
        }
      )
      t.match(commitments.report, { code: 0, output: /commitments +1 +1/ })
      t.match((await json('/v1/commitments?plan=synthetic-town-1')).data, [
        { member: 'synthetic-town', country: 'CL', title: 'Open the budget of the town', potential_impact: 'minor' }
      ])
      t.match(await commitments.again(), { code: 0, output: /Nothing changed/ })
      t.equal((await get('/v1/action-plans/synthetic-town-1')).statusCode, 200)
    })
  }
)

t.test('a mapping that is wrong is told what it may say', async t => {
  const map = pathFor(t, 'map.json')
  const attempt = (mapping: unknown) => {
    writeFileSync(map, typeof mapping === 'string' ? mapping : JSON.stringify(mapping))
    return readMapping(map)
  }
  await t.rejects(attempt('{'), { message: /^map\.json: the mapping cannot be read/ })
  await t.rejects(attempt({ reads: 'planets' }), { message: /"reads" must be one of .*commitments-2024.*members/ })
  await t.rejects(attempt({ reads: 'members', columns: { colour: 'Colour' }, constants: { kind: 1 } }), {
    message: /members has no column "colour"; "constants" must hold texts.*"id" must say/
  })
})
