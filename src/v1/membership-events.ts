import { MEMBERSHIP_EVENTS } from '../db/codes.ts'
import { membership_events as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, date, id } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import { byCountry, byRegion, countryColumns, originColumns, precisionOf, withCountry } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Event', 'Événement'], ['Country code and event.', 'Code du pays et événement.']),
  ...countryColumns(table.country),
  event: code(
    table.event,
    MEMBERSHIP_EVENTS,
    ['Kind of event', 'Nature de l’événement'],
    ['What happened.', 'Ce qui s’est passé.'],
    'event'
  ),
  date: date(
    table.date,
    ['Date', 'Date'],
    [
      'When it happened, at the precision known; for an announcement, the date it was made.',
      'Quand cela s’est passé, à la précision connue ; pour une annonce, la date où elle a été faite.'
    ]
  ),
  date_precision: precisionOf(table.date, ['Date', 'Date']),
  ...originColumns(table)
}

export default dataset({
  name: 'membership-events',
  title: ['Membership events', 'Événements d’adhésion'],
  typeName: 'MembershipEvent',
  row: ['a membership event', 'un événement d’adhésion'],
  description: [
    'Letters of intent, arrivals, departures, decisions to make a member inactive and uses of the Response Policy, as OGP, governments and the press date them. The list is not complete: most members have no event here, and the dates of joining are in /members.',
    'Lettres d’intention, arrivées, départs, mises en inactivité et recours à la Politique de réponse, tels que le PGO, les gouvernements et la presse les datent. La liste n’est pas complète : la plupart des membres n’y ont aucun événement, et leur date d’adhésion se trouve dans /members.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    event: equals(fields.event, ['Kinds of event.', 'Natures d’événement.']),
    date: between(fields.date, ['When it happened.', 'Date de l’événement.'])
  },
  sort: ['date'],
  related: { members: { dataset: 'members', parameter: 'country', field: 'country' } }
})
