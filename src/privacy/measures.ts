/** What protects personal data here (law 2008-12, art. 71; GDPR, art. 30(1)(g) and 32), in French as the register is. */
export const measures: readonly string[] = [
  'Accès : la coordination s’identifie par Cloudflare Access, sans mot de passe gardé ici ; une table dit pour chaque adresse qui peut l’appeler et ce qui lui est donné.',
  'Liens personnels : secrets de 192 bits, vérifiés par leur empreinte ; ils valent pour une seule fiche.',
  'Transport : HTTPS seul (HSTS), rien n’est chargé d’un autre site, aucune mesure d’audience.',
  'Journal : toute création, correction, publication ou suppression y est inscrite avec son auteur et sa date.',
  'Minimisation : aucune donnée personnelle dans les webhooks ni les messages de liste ; les adresses et téléphones des listes de présence restent hors de la feuille partagée ; rien n’est publié que la définition du formulaire ne dise.',
  'Effacement : une suppression vide aussi l’historique, les envois en attente, la recherche et la feuille.',
]

/** What people may ask (law 2008-12; GDPR, art. 15 to 22). */
export const rights: readonly string[] = [
  'Information : un avis sur chaque formulaire, et la page « Vos données ».',
  'Accès et rectification : par le lien de l’accusé de réception, ou auprès du contact.',
  'Retrait d’un accord : par le lien de l’accusé de réception, ou auprès du contact.',
  'Opposition et effacement : auprès du contact ; l’effacement s’étend à la feuille.',
  'Réclamation : auprès de la Commission de protection des données personnelles (CDP).',
  'Aucune décision n’est prise par une machine seule.',
]
