import { type Block, type MinutesDocument, printed } from '../document/index.ts'
import type { Catalogue, DataClass, Form, Purpose } from '../form/definition/index.ts'
import { findField } from '../form/index.ts'
import type { Settings } from '../record/settings.ts'
import { type AskedField, personalFields } from './fields.ts'
import { hosts, siteHost } from './hosts.ts'
import { keptApart } from './kept-apart.ts'
import { measures, rights } from './measures.ts'
import { periodOf } from './notice.ts'
import { purposeOfReview, reviewWords } from './review.ts'
import { publishing, registerBases } from './words.ts'

/** What stands where the coordination has set nothing: it must be seen. */
const toComplete = '[À COMPLÉTER dans les réglages du groupe]'

type RegisterSource = {
  readonly catalogue: Catalogue
  readonly settings: Settings
  /** The day of the register, as it is written ("24 septembre 2018"). */
  readonly date: string
}

/**
 * The register of treatments: the annex of a declaration to the CDP (law 2008-12, art. 49 for transfers) and the records
 * of GDPR, art. 30, in French. A treatment is a purpose of a form. Pure.
 */
export function registerOf({ catalogue, settings, date }: RegisterSource): MinutesDocument {
  const treatments = catalogue.forms.flatMap((form) => form.purposes.map((purpose) => ({ form, purpose })))
  const reviewed = catalogue.forms.flatMap((form) => {
    const purpose = purposeOfReview(form, settings)
    return purpose === undefined ? [] : [{ form, purpose }]
  })
  return {
    title: printed('Registre des traitements de données personnelles'),
    group: printed(settings.name || (catalogue.group?.name.fr ?? '')),
    date: printed(date),
    blocks: [
      paragraph(
        null,
        'Annexe à la déclaration auprès de la Commission de protection des données personnelles (loi n° 2008-12 du 25 janvier 2008) et registre des activités de traitement (règlement (UE) 2016/679, article 30). Écrit à partir de la définition des formulaires et des réglages du groupe.',
      ),
      heading(2, 'Responsable du traitement'),
      paragraph('Responsable', settings.controller || toComplete),
      paragraph('Contact pour l’exercice des droits', settings.contact || toComplete),
      paragraph('Récépissé de la CDP', settings.receipt || toComplete),
      heading(2, 'Traitements'),
      ...treatments.flatMap(({ form, purpose }, index) => treatment(form, purpose, index + 1, settings)),
      ...reviewed.flatMap(({ form, purpose }, index) =>
        review(form, purpose, treatments.length + index + 1, settings),
      ),
      heading(2, 'Ce qui est gardé à part'),
      list(keptApart.map(({ fr }) => fr)),
      heading(2, 'Mesures de sécurité'),
      list(measures),
      heading(2, 'Droits des personnes'),
      list(rights),
    ],
  }
}

function treatment(form: Form, purpose: Purpose, number: number, settings: Settings): readonly Block[] {
  const fields = personalFields(form).filter(({ field }) => field.data.purpose === purpose.id)
  return [
    heading(3, `${number}. ${form.title.fr}`),
    paragraph('Finalité', purpose.title.fr),
    paragraph('Base légale', registerBases[purpose.basis]),
    paragraph('Personnes concernées', purpose.persons.fr),
    paragraph(
      'Données',
      fields.map(({ field }) => `${field.label.fr} (${classes[field.data.class]})`).join(', '),
    ),
    paragraph(
      'Destinataires',
      ['la coordination du groupe', ...purpose.recipients.map(({ fr }) => fr)].join(', '),
    ),
    paragraph('Publication', publications(form, fields)),
    paragraph('Transferts hors du Sénégal (loi n° 2008-12, article 49)', transfers(form, fields)),
    paragraph('Durée de conservation', `${periodOf(form, purpose, settings, 'fr')}.`),
  ]
}

/** The comments of those who read minutes before they are published. */
const review = (form: Form, purpose: Purpose, number: number, settings: Settings): readonly Block[] => [
  heading(3, `${number}. ${form.title.fr} : relecture`),
  paragraph('Finalité', reviewWords.purpose.fr),
  paragraph('Base légale', registerBases[purpose.basis]),
  paragraph('Personnes concernées', 'participants aux rencontres'),
  paragraph('Données', `Prénom et nom (${classes.identity}), organisation`),
  paragraph(
    'Destinataires',
    'la coordination du groupe, les personnes présentes qui ont le lien de relecture',
  ),
  paragraph('Publication', 'aucune'),
  paragraph(
    'Transferts hors du Sénégal (loi n° 2008-12, article 49)',
    `${siteHost.name}, ${siteHost.purpose.fr}`,
  ),
  paragraph('Durée de conservation', `${periodOf(form, purpose, settings, 'fr')}.`),
]

const classes: Readonly<Record<DataClass, string>> = {
  identity: 'identité',
  contact: 'coordonnées',
  sensitive: 'donnée sensible, article 40',
}

function publications(form: Form, fields: readonly AskedField[]): string {
  const published = fields.flatMap(({ field: { label, data } }) => {
    const agreed =
      typeof data.publish === 'string' ? '' : (findField(form, data.publish.agreed)?.label.fr ?? '')
    const what = publishing(data.publish, agreed, 'fr')
    return what === null ? [] : [`${label.fr} (${what})`]
  })
  return published.length === 0 ? 'aucune' : published.join(', ')
}

const transfers = (form: Form, fields: readonly AskedField[]): string =>
  hosts
    .flatMap(({ name, purpose, keeps }) => {
      const names = new Set(keeps(form).map(({ field }) => field.name))
      const kept = fields.filter(({ field }) => names.has(field.name))
      if (kept.length === 0) return []
      const which =
        kept.length === fields.length ? '' : ` : ${kept.map(({ field }) => field.label.fr).join(', ')}`
      return [`${name}, ${purpose.fr}${which}`]
    })
    .join(' ; ')

const heading = (level: 2 | 3, text: string): Block => ({ type: 'heading', level, text: printed(text) })
const paragraph = (label: string | null, text: string): Block => ({
  type: 'paragraph',
  label: label === null ? null : printed(label),
  text: printed(text),
})
const list = (items: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map(printed),
})
