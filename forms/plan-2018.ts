import type { Seed } from '../src/form/definition/index.ts'

/**
 * The group's plan of action, word for word (mistakes included) from its minutes of 24 July 2018. Seven places are
 * « A définir » there: they are left out. Actors are split where the minutes list them. The ids never change.
 */
const thematicMeetings: readonly Seed[] = [
  {
    id: 'ef31767d-42d9-42c6-b2cd-7cbbe09b2426',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Harmonisation des termes et assimilation des conventions internationales',
      description:
        'Harmonisation des termes relatifs à la migration (ex : « migration irrégulière » plutôt que « migration clandestine »...)',
      acteurs: ['Ressource OIM', 'Experts bailleurs (DUE)'],
      ressources: 'Documents existants OIM, direction des droits humains.',
      date: '2018-09-24',
      ordre: 1,
      zones: 'Dakar',
      criteres: [{ critere: 'Les porteurs de projets utilisent les mêmes termes' }],
    },
  },
  {
    id: 'e5281687-8748-4c40-9fe2-e08a2df413c5',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Accord, textes, législations...',
      description: 'Harmonisation des connaissances légales relatives à la migration',
      acteurs: ['Ressource OIM / Croix-Rouge Internationale', 'Autorités locales'],
      ressources: 'Documents existants',
      date: '2018-10',
      ordre: 2,
      zones: 'Dakar',
      criteres: [{ critere: 'Connaissance mutuelles des textes' }],
    },
  },
  {
    id: '8600bfed-d77b-4516-bcc4-af936cc82377',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Les raisons des migrations et profils des migrants',
      description: 'Comprendre les raisons de départ des migrants',
      acteurs: ['Migrants de retour (divers profils)'],
      ressources: "Récit de vie, retour d'expérience des migrants de retour",
      date: '2018-11',
      ordre: 3,
      zones: 'Pikine (Association des migrants de retour)',
      criteres: [
        {
          critere:
            'Les projets sont plus en adéquation avec les attentes des potentiels migrants ou des migrants de retours',
        },
        {
          critere:
            'Les porteurs de projet ont une meilleure compréhension des raisons qui poussent à la migration',
        },
      ],
    },
  },
  {
    id: '569c204a-e332-45a2-abba-cd3ddc3e772f',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Assistance migrant retour',
      description:
        "Comprendre les perceptions des migrants de retours quant à l'aide qui leur ai apporté et aux attentes qu'ils ont.",
      acteurs: ['Migrants de retour (divers profils)', "Acteurs d'accueil au retour des migrants"],
      ressources: "Récit de vie, retour d'expérience des migrants de retour",
      date: '2018-12',
      ordre: 4,
      criteres: [
        {
          critere:
            "Les porteurs de projets proposent des services d'assistance au migrants de retours plus en adéquation avec leurs attentes et leurs besoins.",
        },
      ],
    },
  },
  {
    id: '537bd559-4707-4c97-8bab-6fc208c3be43',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Migration des enfants',
      description:
        'Comprendre les raisons qui poussent les enfants à migrer et les conditions de leurs migrations',
      acteurs: ['Village Pilote', 'TdH', 'ChildFund', 'STC', 'SAMU SOCIAL SENEGAL'],
      ressources: "Echanges d'expériences des porteurs de projets relatifs à la migration des enfants",
      date: '2019-01',
      ordre: 5,
      criteres: [
        { critere: 'Les porteurs de projets ont échangé sur leurs pratiques' },
        {
          critere:
            "Les porteurs de projets possèdent de nouvelles méthodologie quant à l'accueil et aux retours des enfants migrants.",
        },
      ],
    },
  },
  {
    id: 'dfa9e6ec-28a9-4709-a739-82585bb507e8',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Diaspora',
      description: "L'impact de la diaspora sénégalaise à l'étranger est discuté",
      acteurs: ['Porteurs de projets relatifs à la Diaspora'],
      ressources: "Echanges d'expériences des porteurs de projets relatifs à la diaspora",
      date: '2019-02',
      ordre: 6,
      criteres: [
        { critere: 'Les porteurs de projets ont partagé leurs expériences quant à la diaspora' },
        { critere: 'La diaspora sénégalaise est mieux intégrée dans les projets' },
      ],
    },
  },
  {
    id: '1c463c66-41b9-4fe4-8db4-472d60933cbe',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Approches de sensibilisation',
      description: 'Partage des techniques de sensibilisation Mutualisation de la sensibilisation',
      acteurs: ['Village Pilote', 'STC', 'TdH'],
      ressources:
        "Echanges d'expériences des porteurs de projets relatifs à la sensibilisation des potentiels migrants",
      date: '2019-03',
      ordre: 7,
      criteres: [
        {
          critere:
            'Les porteurs de projets ont partagé leurs expériences quant aux différentes techniques de sensibilisation',
        },
        { critere: 'Les porteurs de projets harmonisent leurs discours de sensibilisation' },
      ],
    },
  },
  {
    id: '1907b718-5679-43d1-8993-90fc02aefc8b',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Migration régionale AO et AC',
      description: 'Identifier les parcours, itinéraires des migrants',
      acteurs: ['OIM', 'Chercheurs', 'Ressources membres'],
      ressources: "Présentation des données existantes Echanges d'expériences sur les parcours des migrants",
      date: '2019-04',
      ordre: 8,
      criteres: [
        { critere: 'Les porteurs de projets appréhendent mieux les parcours des migrants' },
        { critere: 'Les projets relatifs à la migration intègrent les parcours migratoires des migrants' },
        { critere: 'De nouvelles données/informations sont disponibles pour la cartographie' },
      ],
    },
  },
  {
    id: 'e2e55998-e7a1-4500-96a8-1cac06c63015',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Migration : Le Sénégal comme destination finale',
      description: 'Appréhender le Sénégal comme la destination finale des migrants',
      acteurs: ['OIM', 'Chercheurs', 'Ressources membres'],
      ressources: "Echanges d'expériences sur les parcours des migrants",
      date: '2019-05',
      ordre: 9,
      criteres: [
        { critere: "Les porteurs de projets comprennent le Sénégal comme une terre d'accueil des migrants" },
        { critere: 'Les projets sont plus adaptés à ces réalités.' },
      ],
    },
  },
  {
    id: 'e4e0cdf4-a9b3-4771-a60a-7cd47b0c3603',
    answers: {
      type: 'rencontre_thematique',
      nom: 'Rencontre thématique : Lien entre formation et migration',
      description: 'Est-ce que les formations pro retiennent OU poussent les migrations ?',
      acteurs: [
        'Porteurs de projets relatifs à la formation professionnelles',
        'Migrants de retour (divers profils)',
      ],
      ressources:
        "Echanges d'expériences sur les formations professionnelles Echanges d'expériences sur les migrants de retour ayant été formés avant leur migration",
      date: '2019-06',
      ordre: 10,
      criteres: [
        {
          critere:
            'Les projets relatifs à la formation professionnelle intègrent le risque lié au départ du bénéficiaire formé.',
        },
        { critere: 'Les projets comprennent plus de solutions de génération de revenus post formation.' },
      ],
    },
  },
]

const mappingWorkshops: readonly Seed[] = [
  {
    id: 'e6b6a795-9c85-4ff5-8d10-3c417475223f',
    answers: {
      type: 'atelier_cartographie',
      nom: 'Atelier Réflexion sur le produit final',
      description:
        'Première réflexion sur la cartographie qui sera produite et sur les données qui seront collectées et partagées.',
      acteurs: ['Tous les membres du GT Migration'],
      ressources:
        'Une réflexion collective sur la cartographie à réaliser et donc les données qui seront nécessaires.',
      date: '2018-10',
      ordre: 1,
      zones: 'Dakar',
      criteres: [
        { critere: 'Une fiche de collecte des données est produite et diffusée' },
        { critere: 'Les critères de la cartographie sont établis.' },
      ],
    },
  },
  {
    id: 'afb29ded-ccad-4cc9-9fe1-9ecb20e0123b',
    answers: {
      type: 'atelier_cartographie',
      nom: 'Atelier Partage données collectées',
      description: 'Traitement des données collectées',
      acteurs: ['Tous les membres du GT Migration'],
      ressources:
        'Les données sont collectées en amont via des fiches envoyées aux membres de la PFONGUE, de ONGIS et aux autres membres du Groupe.',
      date: '2018-12',
      ordre: 2,
      zones: 'Dakar',
      criteres: [{ critere: 'Les données collectées sont traitées en vue de réaliser la cartographie.' }],
    },
  },
  {
    id: '889c1111-7609-4d70-a45b-4aee89f4ee7a',
    answers: {
      type: 'atelier_cartographie',
      nom: "Atelier Partage d'outils",
      description: 'Veille sur les outils existants Ce qui marche, ce qui ne marche pas.',
      acteurs: ['Tous les membres du GT Migration'],
      ressources: "Echanges d'expériences sur les outils qui existent.",
      date: '2019-02',
      ordre: 3,
      zones: 'Dakar',
      criteres: [{ critere: "Les outils cartographiques existants sont listés afin d'éviter les doublons." }],
    },
  },
  {
    id: '6b6481c1-15e4-42ab-a37b-38d2a95cd0be',
    answers: {
      type: 'atelier_cartographie',
      nom: 'Cartographie',
      description: 'Mise en place de la production de la cartographie',
      acteurs: ['Cartographe', 'Tous les membres du GT Migration'],
      ressources: 'Echanges avec un cartographe sur la création de la cartographie',
      date: '2019-04',
      ordre: 4,
      zones: 'Dakar',
      criteres: [{ critere: 'La commande de la cartographie est réalisée' }],
    },
  },
]

export const plan2018: readonly Seed[] = [...thematicMeetings, ...mappingWorkshops]
