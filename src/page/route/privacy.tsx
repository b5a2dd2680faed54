import { Hono } from 'hono'
import type { AppEnv } from '../../context.ts'
import type { Visibility } from '../../form/definition/index.ts'
import { allFields } from '../../form/names.ts'
import type { Locale, Text } from '../../form/text.ts'
import { respond } from '../respond.tsx'
import { word } from '../words.ts'

const seenBy: Readonly<Record<Visibility, Text>> = {
  public: { fr: 'visible de tous', en: 'visible to everyone' },
  members: { fr: 'visible des membres du groupe', en: 'visible to members of the group' },
  coordination: { fr: 'visible de la coordination seule', en: 'visible to the coordination alone' },
}

type Part = { readonly title: Text; readonly body: Text }

/** Senegal’s law n° 2008-12 of 25 January 2008 and its authority, the CDP (cdp.sn). */
const parts: readonly Part[] = [
  {
    title: { fr: 'À quoi elles servent', en: 'What they are for' },
    body: {
      fr: 'À préparer les rencontres du groupe, à tenir son plan d’action et la cartographie des projets, et à vous joindre. Elles ne sont ni vendues ni utilisées à autre chose.',
      en: 'To prepare the group’s meetings, keep its action plan and the mapping of projects, and reach you. They are neither sold nor used for anything else.',
    },
  },
  {
    title: { fr: 'Vos droits', en: 'Your rights' },
    body: {
      fr: 'La loi sénégalaise n°\u00a02008-12 du 25 janvier 2008 sur la protection des données à caractère personnel vous donne le droit d’être informé, d’accéder à vos données, de vous opposer à leur traitement, de les faire rectifier ou supprimer. Corrigez-les par le lien reçu avec l’accusé de réception, ou demandez-le à la coordination du groupe. Vous pouvez saisir la Commission de protection des données personnelles (CDP).',
      en: 'Senegalese law n°\u00a02008-12 of 25 January 2008 on the protection of personal data gives you the right to be informed, to have access to your data, to object to their processing, to have them corrected or deleted. Correct them by the link received with the receipt, or ask the group’s coordination. You may refer to the Commission de protection des données personnelles (CDP).',
    },
  },
  {
    title: { fr: 'Sur votre téléphone ou votre ordinateur', en: 'On your phone or computer' },
    body: {
      fr: 'Un formulaire commencé y est gardé comme brouillon jusqu’à l’envoi, puis dans le seul onglet jusqu’à sa fermeture, pour qui revient en arrière. Sur un appareil partagé, utilisez le bouton «\u00a0Effacer le brouillon\u00a0» et fermez l’onglet. Deux témoins (cookies) y sont gardés\u00a0: la langue, et pendant une semaine la clé du lien personnel que vous y ouvrez. Aucune mesure d’audience, rien ne vient d’un autre site.',
      en: 'A form you began is kept there as a draft until it is sent, then in the tab alone until you close it, for whoever goes back. On a shared device, use the “Erase the draft” button and close the tab. Two cookies are kept there: the language, and for a week the key of the personal link that you open there. No audience measurement, nothing comes from another site.',
    },
  },
]

/** What personal data the forms ask for, read from their definitions, and the rights of those concerned. */
export const privacyRoutes = new Hono<AppEnv>()

privacyRoutes.get('/vos-donnees', (c) => {
  const { locale, context } = c.var
  const forms = context.catalogue.forms
    .map((form) => ({ form, fields: allFields(form).filter(({ personal }) => personal) }))
    .filter(({ fields }) => fields.length > 0)
  const content = (
    <>
      <h1>{word(locale, 'yourData')}</h1>
      <h2>{what[locale]}</h2>
      {forms.length === 0 ? <p>{nothing[locale]}</p> : null}
      {forms.map(({ form, fields }) => (
        <>
          <h3>{form.title[locale]}</h3>
          <ul>
            {fields.map(({ label, visibility }) => (
              <li>{sentence(label, visibility, locale)}</li>
            ))}
          </ul>
        </>
      ))}
      {parts.map(({ title, body }) => (
        <>
          <h2>{title[locale]}</h2>
          <p>{body[locale]}</p>
        </>
      ))}
    </>
  )
  return respond(c, { title: word(locale, 'yourData'), content })
})

const what: Text = { fr: 'Les données personnelles demandées', en: 'The personal data we ask for' }
const nothing: Text = { fr: 'Aucune.', en: 'None.' }

const sentence = (label: Text, visibility: Visibility, locale: Locale): string =>
  `${label[locale]} (${seenBy[visibility][locale]})`
