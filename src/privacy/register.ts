import { type Block, type MinutesDocument, printed } from '../document/index.ts'
import type { Catalogue, DataClass, Form, Purpose } from '../form/definition/index.ts'
import type { Settings } from '../record/settings.ts'
import { type AskedField, personalFields } from './fields.ts'
import { type Host, hosts, siteHost } from './hosts.ts'
import { keptApart } from './kept-apart.ts'
import { measures, rights } from './measures.ts'
import { periodOf } from './notice.ts'
import { purposeOfReview, reviewWords } from './review.ts'
import { publicationOf, registerBases } from './words.ts'

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
  const asked = catalogue.forms.flatMap((form) =>
    form.purposes.map((purpose) => ({ form, purpose, treatment: treatmentOf(form, purpose) })),
  )
  const reviewed = catalogue.forms.flatMap((form) => {
    const purpose = purposeOfReview(form, settings)
    return purpose === undefined ? [] : [{ form, purpose, treatment: reviewOf(form) }]
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
      ...[...asked, ...reviewed].flatMap(({ form, purpose, treatment }, index) =>
        treatmentBlocks(index + 1, purpose, periodOf(form, purpose, settings, 'fr'), treatment),
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

/** What a line of the register says of a treatment, beyond its ground and its period. */
type Treatment = {
  readonly title: string
  readonly purpose: string
  readonly persons: string
  readonly data: string
  /** Whom it reaches beside the coordination. */
  readonly recipients: readonly string[]
  readonly published: string
  readonly transfers: string
}

const treatmentOf = (form: Form, purpose: Purpose): Treatment => {
  const fields = personalFields(form).filter(({ field }) => field.data.purpose === purpose.id)
  return {
    title: form.title.fr,
    purpose: purpose.title.fr,
    persons: purpose.persons.fr,
    data: fields.map(({ field }) => `${field.label.fr} (${classes[field.data.class]})`).join(', '),
    recipients: purpose.recipients.map(({ fr }) => fr),
    published: publications(form, fields),
    transfers: transfers(form, fields),
  }
}

/** The comments of those who read minutes before they are published. */
const reviewOf = (form: Form): Treatment => ({
  title: `${form.title.fr} : relecture`,
  purpose: reviewWords.purpose.fr,
  persons: 'participants aux rencontres',
  data: `Prénom et nom (${classes.identity}), organisation`,
  recipients: ['les personnes présentes qui ont le lien de relecture'],
  published: 'aucune',
  transfers: transferTo(siteHost),
})

const treatmentBlocks = (
  number: number,
  { basis }: Purpose,
  period: string,
  treatment: Treatment,
): readonly Block[] => [
  heading(3, `${number}. ${treatment.title}`),
  paragraph('Finalité', treatment.purpose),
  paragraph('Base légale', registerBases[basis]),
  paragraph('Personnes concernées', treatment.persons),
  paragraph('Données', treatment.data),
  paragraph('Destinataires', ['la coordination du groupe', ...treatment.recipients].join(', ')),
  paragraph('Publication', treatment.published),
  paragraph('Transferts hors du Sénégal (loi n° 2008-12, article 49)', treatment.transfers),
  paragraph('Durée de conservation', `${period}.`),
]

const classes: Readonly<Record<DataClass, string>> = {
  identity: 'identité',
  contact: 'coordonnées',
  sensitive: 'donnée sensible, article 40',
}

function publications(form: Form, fields: readonly AskedField[]): string {
  const published = fields.flatMap(({ field }) => {
    const what = publicationOf(form, field, 'fr')
    return what === null ? [] : [`${field.label.fr} (${what})`]
  })
  return published.length === 0 ? 'aucune' : published.join(', ')
}

const transfers = (form: Form, fields: readonly AskedField[]): string =>
  hosts
    .flatMap((host) => {
      const names = new Set(host.keeps(form).map(({ field }) => field.name))
      const kept = fields.filter(({ field }) => names.has(field.name))
      if (kept.length === 0) return []
      const which =
        kept.length === fields.length ? '' : ` : ${kept.map(({ field }) => field.label.fr).join(', ')}`
      return [`${transferTo(host)}${which}`]
    })
    .join(' ; ')

const transferTo = ({ name, home, purpose }: Host): string => `${name} (${home}), ${purpose.fr}`

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
