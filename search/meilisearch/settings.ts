import type { Settings } from 'meilisearch'
import { stopWords } from '../coordinators/words.ts'

/** How the index is set up: data, sent when it differs from what the server has. */
export const settings = {
  searchableAttributes: ['names', 'titles', 'headline', 'places', 'skills', 'proofs', 'bio_fr', 'bio_en'],
  /** All that is ever read back: the rest of a document only serves to find it. */
  displayedAttributes: ['id', 'name', 'rank', 'confirmedOn', 'hash'],
  filterableAttributes: [
    {
      attributePatterns: [
        'id',
        'disciplines',
        'regions',
        'languages',
        'specialisms',
        'credAtLeastDeclared',
        'credAtLeastSeen',
        'credAtLeastConfirmed',
        'credStates',
        'paused',
        'daysPublic',
        'heldBeyond',
        'rank',
        'confirmedOn',
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['freeDays', 'notFreeDays', 'takenDays', 'optionDays', 'knownUntil', 'staleOn'],
      features: { facetSearch: false, filter: { equality: false, comparison: true } },
    },
  ],
  sortableAttributes: ['nameKey', 'confirmedOn', 'rank'],
  /** What somebody asks to sort by comes before the words; among equals of the words, evidence. */
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'rank:desc'],
  /** Words of one field are near enough: finer distances would only part people who are equals, and double the fill. */
  proximityPrecision: 'byAttribute',
  stopWords: [...stopWords],
  typoTolerance: { disableOnAttributes: ['proofs'], disableOnNumbers: true },
  /** The defaults silently stop counting at 1,000 matches and 100 values. */
  pagination: { maxTotalHits: 10_000_000 },
  faceting: { maxValuesPerFacet: 10_000 },
} satisfies Settings
