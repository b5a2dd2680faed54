import type { ExampleSheet, Named } from '../../../dev/examples/sheets.ts'
import { lists } from '../../../forms/lists/index.ts'

/** What every format says of a project as a whole. Choices are their labels; a number that is not published is nought. */
export type Facts = {
  readonly title: string
  readonly organisation: string
  readonly theme: string
  readonly status: string
  readonly networks: string
  readonly stages: string
  readonly publics: string
  readonly targeted: number
  readonly reached: number
}

/** How a format calls each of them. */
export type Names = Readonly<Record<keyof Facts, string>>

/** The headers of CSV and XLSX. */
export const headers: Names = {
  title: 'Titre du projet',
  organisation: 'Nom de l’organisation',
  theme: 'Thème principal',
  status: 'État d’avancement',
  networks: 'Réseaux dont votre organisation est membre',
  stages: 'À quel moment du parcours migratoire intervenez-vous ?',
  publics: 'Publics concernés',
  targeted: 'Nombre de personnes visées',
  reached: 'Nombre de personnes atteintes à ce jour',
}

/** The tags of HXL. */
export const tags: Names = {
  title: '#activity+project+name',
  organisation: '#org+prog+name',
  theme: '#sector+name',
  status: '#status+name',
  networks: '#org+prog+network+name',
  stages: '#activity+stage+name+list',
  publics: '#beneficiary+type+name+list',
  targeted: '#targeted+ind',
  reached: '#reached+ind',
}

/** The properties of GeoJSON. */
export const properties: Names = {
  title: 'projet_titre',
  organisation: 'org_nom_libelle',
  theme: 'theme_principal_libelle',
  status: 'projet_statut_libelle',
  networks: 'org_reseaux_libelle',
  stages: 'etapes_libelle',
  publics: 'publics_libelle',
  targeted: 'cible_total',
  reached: 'atteint_total',
}

export type Row = Readonly<Record<string, unknown>>

/** What was sent of each project, by title, worked out by nothing of the product's. */
export function factsSent(sheets: readonly ExampleSheet[], members: readonly Named[]): readonly Facts[] {
  const nameOf = new Map(members.map(({ reference, answers }) => [reference, String(answers.nom)]))
  const facts = sheets.map(
    ({ answers }): Facts => ({
      title: String(answers.projet_titre),
      organisation: nameOf.get(String(answers.org_nom)) ?? '',
      theme: labelled('themes', answers.theme_principal),
      status: labelled('statuts_projet', answers.projet_statut),
      networks: labelled('reseaux', answers.org_reseaux),
      stages: labelled('etapes', answers.etapes),
      publics: labelled('publics', answers.publics),
      targeted: published(answers.cible_total),
      reached: published(answers.atteint_total),
    }),
  )
  return facts.toSorted(byTitle)
}

/** The same of what a format has, whose lines about one project say nothing that differs. @throws Error where they do */
export function factsTaken(rows: readonly Row[], names: Names): readonly Facts[] {
  const byProject = [...Map.groupBy(rows, (row) => String(row[names.title])).values()]
  const facts = byProject.map((lines): Facts => {
    const said = (fact: keyof Facts) => {
      const values = new Set(lines.map((line) => line[names[fact]] ?? '').filter((value) => value !== ''))
      if (values.size > 1) throw new Error(`${lines[0]?.[names.title]}: ${names[fact]} is ${[...values]}`)
      return [...values][0] ?? ''
    }
    const text = (fact: keyof Facts) => String(said(fact))
    return {
      title: text('title'),
      organisation: text('organisation'),
      theme: text('theme'),
      status: text('status'),
      networks: text('networks'),
      stages: text('stages'),
      publics: text('publics'),
      targeted: Number(said('targeted')),
      reached: Number(said('reached')),
    }
  })
  return facts.toSorted(byTitle)
}

/** Adds up a column line by line, as whoever opens the file would. */
export const addedUp = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)

type Zone = { readonly zone_region: string; readonly zone_departement?: string }

/** Title, region and department of each zone that was sent, by their labels. */
export const zonesSent = (sheets: readonly ExampleSheet[]): readonly string[] =>
  sheets
    .flatMap(({ answers }) =>
      ((answers.zones ?? []) as readonly Zone[]).map(({ zone_region, zone_departement }) =>
        [
          answers.projet_titre,
          labelled('regions', zone_region),
          labelled('departements', zone_departement),
        ].join(' | '),
      ),
    )
    .toSorted()

const byTitle = (one: Facts, other: Facts) => (one.title < other.title ? -1 : 1)

/** The labels of what was chosen, in the order it was sent. */
const labelled = (list: string, codes: unknown): string =>
  [codes ?? []]
    .flat()
    .map((code) => (lists[list] ?? []).find((choice) => choice.code === code)?.label.fr)
    .join(' ; ')

/** Numbers of people under five are not published. */
const published = (number: unknown): number => (Number(number ?? 0) < 5 ? 0 : Number(number))
