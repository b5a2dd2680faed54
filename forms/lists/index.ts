import type { ChoiceLists } from '../../src/form/definition/index.ts'
import { evaluations, typesAction } from './action.ts'
import { modesDecision, statutsSuite } from './compte-rendu.ts'
import { couverture } from './couverture.ts'
import { departements } from './departements.ts'
import { devises } from './devises.ts'
import { niveaux, typesDocument } from './document.ts'
import { etapes } from './etapes.ts'
import { ouiNon } from './oui-non.ts'
import { acces, couts, donneesOuvertes, recommandations, typesOutil } from './outil.ts'
import { pays } from './pays.ts'
import { participations } from './presence.ts'
import { publics } from './publics.ts'
import { questionnaires } from './questionnaires.ts'
import { regions } from './regions.ts'
import { reseaux } from './reseaux.ts'
import { statutsProjet } from './statuts-projet.ts'
import { themes } from './themes.ts'
import { typesActivite } from './types-activite.ts'
import { typesOrganisation } from './types-organisation.ts'
import { visibilite } from './visibilite.ts'

/** Every choice list of the forms, by the id that fields name in `choices`. */
export const lists: ChoiceLists = {
  acces,
  couts,
  couverture,
  departements,
  devises,
  donnees_ouvertes: donneesOuvertes,
  etapes,
  evaluations,
  modes_decision: modesDecision,
  niveaux,
  oui_non: ouiNon,
  participations,
  pays,
  publics,
  questionnaires,
  recommandations,
  regions,
  reseaux,
  statuts_projet: statutsProjet,
  statuts_suite: statutsSuite,
  themes,
  types_action: typesAction,
  types_activite: typesActivite,
  types_document: typesDocument,
  types_organisation: typesOrganisation,
  types_outil: typesOutil,
  visibilite,
}
