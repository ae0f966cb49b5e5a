/** Version 1 of the public contract: its datasets in the order in which the documentation lists them. */

import type { Dataset } from '../engine/definition/dataset.ts'
import type { Words } from '../i18n/words.ts'
import actionPlanRules from './action-plan-rules.ts'
import actionPlanStages from './action-plan-stages.ts'
import actionPlans from './action-plans.ts'
import awardEditions from './award-editions.ts'
import awards from './awards.ts'
import bodies from './bodies.ts'
import civilSocietyRoles from './civil-society-roles.ts'
import codeLists from './code-lists.ts'
import commitments from './commitments.ts'
import contacts from './contacts.ts'
import countries from './countries.ts'
import countryMentions from './country-mentions.ts'
import editions from './editions.ts'
import eligibilityCriteria from './eligibility-criteria.ts'
import eligibilityScores from './eligibility-scores.ts'
import eligibilityTallies from './eligibility-tallies.ts'
import featuredCommitments from './featured-commitments.ts'
import figures from './figures.ts'
import fundingSources from './funding-sources.ts'
import irmAssessments from './irm-assessments.ts'
import irmReadings from './irm-readings.ts'
import joiningSteps from './joining-steps.ts'
import members from './members.ts'
import membershipCounts from './membership-counts.ts'
import membershipEvents from './membership-events.ts'
import peerExchanges from './peer-exchanges.ts'
import people from './people.ts'
import planSummaries from './plan-summaries.ts'
import principles from './principles.ts'
import processAssessments from './process-assessments.ts'
import resources from './resources.ts'
import responsePolicy from './response-policy.ts'
import sources from './sources.ts'
import statements from './statements.ts'
import themeTags from './theme-tags.ts'
import themes from './themes.ts'
import workingGroupLeads from './working-group-leads.ts'
import workingGroups from './working-groups.ts'

export const PREFIX = '/v1'
/** Semantic version of the contract; `API-Version` in every answer. */
export const API_VERSION = '1.0.0'

export const LICENSE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }
/** Whose data these are; the author in a citation. */
export const AUTHOR: Words = [
  'Open Government Partnership and its Independent Reporting Mechanism',
  'Partenariat pour un gouvernement ouvert et son Mécanisme d’évaluation indépendant'
]
/** What the whole is called; the publisher of its parts. */
export const TITLE = 'OGP Open Data'
export const ATTRIBUTION = `${AUTHOR[0]}; compiled by ${TITLE}`

export const DATASETS: readonly Dataset[] = [
  members,
  eligibilityScores,
  actionPlans,
  commitments,
  irmAssessments,
  irmReadings,
  processAssessments,
  planSummaries,
  featuredCommitments,
  themes,
  themeTags,
  codeLists,
  editions,
  membershipEvents,
  membershipCounts,
  eligibilityCriteria,
  eligibilityTallies,
  joiningSteps,
  actionPlanStages,
  actionPlanRules,
  civilSocietyRoles,
  principles,
  responsePolicy,
  statements,
  bodies,
  people,
  workingGroups,
  workingGroupLeads,
  peerExchanges,
  awards,
  awardEditions,
  resources,
  figures,
  fundingSources,
  contacts,
  countryMentions,
  countries,
  sources
]
