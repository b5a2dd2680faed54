/** The audience of the identity that wrangler.toml's `[access.dev]` makes up for `npm start` and for tests. */
export const localAudience = 'recueil-local'
