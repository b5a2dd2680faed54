import type { Choice, ChoiceLists } from '../form/definition/index.ts'
import type { Campaign, Standing } from '../record/campaign/index.ts'
import { choicesOf } from './counting.ts'

/** An organisation that was asked: in which networks it is, and whether it has answered. */
type Member = { readonly networks: readonly string[]; readonly state: Standing['state'] }

/** How many organisations are asked, and how many of them stand where: those of which nothing is awaited are not. */
export type StandingCount = Readonly<Record<'asked' | Exclude<Standing['state'], 'retired'>, number>>

/** Without a choice: of those that have left every network of the campaign since they were asked. */
export type NetworkStandings = { readonly choice: Choice | null; readonly count: StandingCount }

/** Who has answered in a campaign, by network: numbers and no names. */
export type CampaignFigures = {
  readonly networks: readonly NetworkStandings[]
  readonly all: StandingCount
}

/** Counts a campaign's members. One of two networks is one in each of them and one in all. Pure. */
export function campaignFigures(
  campaign: Campaign,
  lists: ChoiceLists,
  everyone: readonly Member[],
): CampaignFigures {
  const members = everyone.filter(isAsked)
  const choices = networksOf(campaign, lists)
  const others = members.filter(({ networks }) => !choices.some(({ code }) => networks.includes(code)))
  return {
    networks: [
      ...choices.map((choice) => ({
        choice,
        count: countStandings(members.filter(({ networks }) => networks.includes(choice.code))),
      })),
      ...(others.length === 0 ? [] : [{ choice: null, count: countStandings(others) }]),
    ],
    all: countStandings(members),
  }
}

/** What everyone is told: `untold` are networks of which no number is; `all` is null when it would tell one of a few. */
export type PublicCampaignFigures = {
  readonly networks: readonly NetworkStandings[]
  readonly untold: readonly (Choice | null)[]
  readonly all: StandingCount | null
}

/** Of fewer organisations than this nothing is told: the least number of people that a project sheet publishes. */
export const leastTold = 5

/**
 * Counts a campaign's members for everyone, so that no number is about a few of them (decision 027): neither the number
 * of a network, nor what is left when the networks are taken from the sum. Pure.
 */
export function publicCampaignFigures(
  campaign: Campaign,
  lists: ChoiceLists,
  everyone: readonly Member[],
): PublicCampaignFigures {
  const { networks, all } = campaignFigures(campaign, lists, everyone)
  const codes = networksOf(campaign, lists).map(({ code }) => code)
  const alike = Map.groupBy(everyone.filter(isAsked), (member) =>
    codes.filter((code) => member.networks.includes(code)).join(),
  )
  return {
    networks: networks.filter(({ count }) => isTold(count.asked)),
    untold: networks.filter(({ count }) => !isTold(count.asked)).map(({ choice }) => choice),
    all: [...alike.values()].every(({ length }) => isTold(length)) ? all : null,
  }
}

const isAsked = ({ state }: Member): boolean => state !== 'retired'

const isTold = (asked: number): boolean => asked === 0 || asked >= leastTold

/** The networks that a campaign asks, in the order of their list. */
function networksOf({ form, record }: Campaign, lists: ChoiceLists): readonly Choice[] {
  const asked = (record.answers[form.campaign.networks] ?? []) as readonly string[]
  return choicesOf(form, lists, form.campaign.networks).filter(({ code }) => asked.includes(code))
}

function countStandings(members: readonly Member[]): StandingCount {
  const count = (wanted: Standing['state']) => members.filter(({ state }) => state === wanted).length
  return {
    asked: members.length,
    answered: count('answered'),
    opened: count('opened'),
    unopened: count('unopened'),
    again: count('again'),
  }
}
