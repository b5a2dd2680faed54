import { choice } from './choice.ts'

export const typesOutil = [
  choice('carte_en_ligne', 'Carte en ligne', 'Online map'),
  choice('base_de_donnees', 'Base de données', 'Database'),
  choice('annuaire', 'Annuaire', 'Directory'),
  choice('tableur_partage', 'Tableur partagé', 'Shared spreadsheet'),
  choice('etude_ou_rapport', 'Étude ou rapport', 'Study or report'),
  choice('application_de_collecte', 'Application de collecte', 'Data collection application'),
  choice('autre', 'Autre', 'Other'),
]

export const couts = [
  choice('gratuit', 'Gratuit', 'Free of charge'),
  choice('payant', 'Payant', 'Paid'),
  choice('inconnu', 'Inconnu', 'Unknown'),
]

export const acces = [
  choice('public', 'Public', 'Public'),
  choice('sur_inscription', 'Sur inscription', 'On registration'),
  choice('interne', 'Interne', 'Internal'),
]

/** Whether an outside tool's data can be downloaded. */
export const donneesOuvertes = [
  choice('oui', 'Oui', 'Yes'),
  choice('non', 'Non', 'No'),
  choice('en_partie', 'En partie', 'Partly'),
  choice('inconnu', 'Inconnu', 'Unknown'),
]

/** What the group had better do with a tool. */
export const recommandations = [
  choice('s_appuyer_dessus', 'S’appuyer dessus', 'Build on it'),
  choice('s_en_inspirer', 'S’en inspirer', 'Draw inspiration from it'),
  choice('eviter_le_doublon', 'Éviter le doublon', 'Avoid duplicating it'),
  choice('a_surveiller', 'À surveiller', 'Keep an eye on it'),
]
