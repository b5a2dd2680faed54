import type { Text } from '../form/text.ts'

export const personWords = {
  persons: { fr: 'Personnes concernées', en: 'Data subjects' },
  personsAbout: {
    fr: 'Trouver une personne dans tout ce qui est gardé, lui donner ses données, les corriger, les effacer.',
    en: 'Find a person in all that is kept, give them their data, correct or erase them.',
  },
  personsLead: {
    fr: 'Pour répondre à une demande d’accès, de correction ou d’effacement. Vérifiez d’abord que la demande vient bien de la personne. Ce que vous cherchez ici n’est gardé nulle part.',
    en: 'To answer a request for access, correction or erasure. First make sure that the request comes from the person. What you look for here is kept nowhere.',
  },
  personName: { fr: 'Prénom et nom', en: 'First and last name' },
  personEmail: { fr: 'Adresse électronique', en: 'E-mail address' },
  personPhone: { fr: 'Téléphone', en: 'Phone' },
  personHint: {
    fr: 'Une de ces trois cases suffit. Séparez plusieurs noms, adresses ou numéros par un point-virgule. Les accents, les majuscules, l’ordre du prénom et du nom et la forme du numéro ne comptent pas.',
    en: 'One of these three is enough. Part several names, addresses or numbers with a semicolon. Accents, capitals, the order of the names and the form of the number do not matter.',
  },
  personFind: { fr: 'Chercher', en: 'Search' },
  personNothing: {
    fr: 'Écrivez un nom d’au moins trois lettres, une adresse ou un numéro.',
    en: 'Type a name of three letters at least, an address or a number.',
  },
  personNowhere: { fr: 'Cette personne n’est nommée nulle part.', en: 'This person is named nowhere.' },
  personFound: { fr: 'Où elle est nommée', en: 'Where they are named' },
  personFoundLead: {
    fr: 'Fiches\u00a0: {n}. Une autre personne peut porter le même nom\u00a0: regardez chaque fiche.',
    en: 'Records: {n}. Somebody else may have the same name: look at each record.',
  },
  personMore: {
    fr: 'Il y en a peut-être davantage\u00a0: précisez la recherche.',
    en: 'There may be more: narrow the search.',
  },
  personAlso: {
    fr: 'Ces fiches la connaissent aussi par\u00a0: {list}.',
    en: 'These records also know them by: {list}.',
  },
  personAlsoFind: { fr: 'Chercher aussi par là', en: 'Search by these too' },
  personJson: { fr: 'Télécharger ses données (JSON)', en: 'Download their data (JSON)' },
  personPrint: { fr: 'Version à lire ou à imprimer', en: 'Version to read or print' },
  personPrinted: { fr: 'Données d’une personne', en: 'A person’s data' },
  personPrintedLead: {
    fr: 'Tout ce que Recueil gardait de vous le {date}.',
    en: 'All that Recueil kept about you on {date}.',
  },
  personPart: {
    fr: 'Du texte qui parle aussi d’autres personnes, seul le passage est donné.',
    en: 'Of texts that speak of other people too, the passage alone is given.',
  },
  personCorrect: { fr: 'Ouvrir la fiche pour corriger', en: 'Open the record to correct it' },
  'personIn.note': { fr: 'Note du coordinateur', en: 'Coordinator’s note' },
  'personIn.assignee': { fr: 'Responsable', en: 'Assignee' },
  'personIn.events': { fr: 'Historique\u00a0: {n}', en: 'History: {n}' },
  'personIn.versions': { fr: 'Versions publiées\u00a0: {n}', en: 'Published versions: {n}' },
  'personIn.comments': { fr: 'Commentaires de relecture\u00a0: {n}', en: 'Review comments: {n}' },
  'personIn.links': { fr: 'Liens personnels\u00a0: {n}', en: 'Personal links: {n}' },
  'personIn.responses': {
    fr: 'Réponses de destinataires de webhooks\u00a0: {n}',
    en: 'Answers of webhook receivers: {n}',
  },
  personFed: {
    fr: 'Alimentée par {reference}\u00a0; cette personne n’y est pas nommée.',
    en: 'Fed by {reference}; this person is not named in it.',
  },
  personRow: { fr: '{label}, ligne {n}', en: '{label}, row {n}' },
  personSettings: {
    fr: 'Les réglages du groupe la nomment\u00a0: changez-les vous-même.',
    en: 'The group’s settings name them: change them yourself.',
  },
  personEndpoint: {
    fr: 'Le destinataire de webhooks «\u00a0{name}\u00a0» la nomme\u00a0: changez-le vous-même.',
    en: 'The webhook endpoint “{name}” names them: change it yourself.',
  },
  personDecisions: {
    fr: 'Décisions prises sous cette adresse\u00a0: {n}. Le journal les garde, pour montrer qui a décidé.',
    en: 'Decisions taken under this address: {n}. The log keeps them, to show who decided.',
  },
  personWaiting: {
    fr: 'En attente de la coordination, envoyé le {date}',
    en: 'Waiting for the coordination, sent on {date}',
  },
  personDoubtful: {
    fr: 'Envois en quarantaine\u00a0: {n}',
    en: 'Submissions in quarantine: {n}',
  },
  personDoubtfulSee: { fr: 'Voir la quarantaine', en: 'See the quarantine' },
  personDoubtfulErase: { fr: 'Effacer l’envoi du {date}', en: 'Erase the submission of {date}' },
  personLoose: {
    fr: 'Journal, hors des fiches (lignes\u00a0: {n})',
    en: 'Log, apart from records (lines: {n})',
  },
  personEraseLead: {
    fr: 'Choisissez pour chaque fiche. Rien n’est encore effacé\u00a0: la page suivante dit ce qui le sera.',
    en: 'Choose for each record. Nothing is erased yet: the next page says what will be.',
  },
  'personFate.keep': { fr: 'Ne rien changer', en: 'Change nothing' },
  'personFate.takeOut': {
    fr: 'Retirer la personne, garder le reste de la fiche',
    en: 'Take the person out, keep the rest of the record',
  },
  'personFate.erase': { fr: 'Effacer toute la fiche', en: 'Erase the whole record' },
  personFile: {
    fr: 'Supprimer le document {name} (ce qu’il contient ne peut pas être lu d’ici)',
    en: 'Delete the document {name} (what is in it cannot be read from here)',
  },
  personLooseBlank: { fr: 'Vider ces lignes du journal', en: 'Blank these lines of the log' },
  personPrepare: { fr: 'Voir ce qui sera effacé', en: 'See what will be erased' },
  personNothingChosen: { fr: 'Rien n’est choisi.', en: 'Nothing is chosen.' },
  personConfirm: { fr: 'Confirmer l’effacement', en: 'Confirm the erasure' },
  personWill: { fr: 'Ce qui va se passer', en: 'What will happen' },
  'personWill.takeOut': {
    fr: 'La personne est retirée\u00a0: ses réponses personnelles sont vidées, son nom devient «\u00a0Personne effacée\u00a0» là où il en faut un, et «\u00a0[personne effacée]\u00a0» dans les textes, les versions publiées et les commentaires\u00a0; les lignes de l’historique qui la nomment perdent leur contenu\u00a0; ses liens ne s’ouvrent plus. La fiche compte toujours.',
    en: 'The person is taken out: their personal answers are emptied, their name becomes “Personne effacée” where one is needed and “[personne effacée]” in texts, published versions and comments; lines of the history that name them lose their content; their links open no more. The record still counts.',
  },
  'personWill.erase': {
    fr: 'Toute la fiche est effacée\u00a0: réponses, notes, contenu de l’historique, versions, commentaires, liens et documents. Il n’en reste que le numéro.',
    en: 'The whole record is erased: answers, notes, content of the history, versions, comments, links and documents. Its number alone stays.',
  },
  personFilesGo: { fr: 'Documents supprimés\u00a0: {n}.', en: 'Documents deleted: {n}.' },
  personNoReturn: { fr: 'Ce qui ne peut pas être défait', en: 'What cannot be undone' },
  personReturn1: {
    fr: 'Rien de cela ne peut être rétabli depuis Recueil.',
    en: 'None of this can be restored from Recueil.',
  },
  personReturn2: {
    fr: 'Cloudflare peut rétablir toute la base telle qu’elle était il y a 30 jours au plus (7 jours avec l’offre gratuite)\u00a0; passé ce délai, plus rien n’en reste. Si la base est rétablie d’ici là, recommencez cet effacement.',
    en: 'Cloudflare can restore the whole database as it was up to 30 days ago (7 days on the free plan); after that nothing is left of it. If the database is restored until then, do this erasure again.',
  },
  personReturn3: {
    fr: 'La feuille suit dans la minute, mais l’historique des versions de Google Sheets garde les anciennes cellules\u00a0: pour qu’il n’en reste rien, faites une copie du classeur, reliez-la, puis supprimez l’ancien.',
    en: 'The sheet follows within a minute, but Google Sheets’ version history keeps the cells of before: for nothing to be left, make a copy of the spreadsheet, connect it, then delete the old one.',
  },
  personReturn4: {
    fr: 'Ce qui est déjà parti (courriels, webhooks, exports, documents téléchargés) n’est plus entre vos mains\u00a0: dites-le à ceux qui l’ont reçu.',
    en: 'What has left already (e-mails, webhooks, exports, downloaded documents) is out of your hands: tell those who received it.',
  },
  personReturn5: {
    fr: 'Si la personne a coordonné le groupe, l’historique garde que c’est elle qui a agi\u00a0: la loi demande de pouvoir le dire.',
    en: 'If the person coordinated the group, the history keeps that it was them who acted: the law wants it to be known.',
  },
  personSure: {
    fr: 'Je sais que cela ne peut pas être défait',
    en: 'I know that this cannot be undone',
  },
  personSureFirst: {
    fr: 'Cochez d’abord la case qui le dit.',
    en: 'First tick the box that says so.',
  },
  personEraseNow: { fr: 'Effacer définitivement', en: 'Erase for good' },
  personBack: { fr: 'Revenir au choix', en: 'Back to the choice' },
  personDone: {
    fr: 'Fiches traitées\u00a0: {list}. Il n’en reste rien ici.',
    en: 'Records done: {list}. Nothing of it is left here.',
  },
  personProof: {
    fr: 'Code de preuve\u00a0: {code}. Notez-le avec la demande\u00a0: avec lui et ce que vous aviez cherché, on peut montrer que cet effacement est bien celui de la personne. Il n’est gardé nulle part.',
    en: 'Proof code: {code}. Note it with the request: with it and what you looked for, one can show that this erasure is the person’s. It is kept nowhere.',
  },
  personLeft: { fr: 'Ce qui reste', en: 'What is left' },
  personAgain: {
    fr: '{n} fiches à la fois au plus\u00a0: recommencez pour les autres.',
    en: '{n} records at a time at most: go on for the others.',
  },
  'happened.person.erased': { fr: 'Personne retirée de la fiche', en: 'Person taken out of the record' },
  personSheetLate: {
    fr: 'La mémoire de la feuille n’a pas pu être vidée à l’instant\u00a0: refaites cet effacement dans quelques minutes.',
    en: 'The sheet’s memory could not be emptied just now: do this erasure again in a few minutes.',
  },
} as const satisfies Record<string, Text>
