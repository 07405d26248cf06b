/** The pages of the site that are no lessons, by their names in addresses: a lesson can't have one. */
export const PAGE_NAMES = ['index', 'play', 'figures', 'glossary', 'cheatsheet'] as const
