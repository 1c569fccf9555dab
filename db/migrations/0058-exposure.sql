-- To whom the order gives its first places, day by day: sums over searches. Nobody is named, neither who was shown nor
-- who searched, and no search is kept.

create table exposure (
  on_day date not null,
  facet text not null,
  -- A code of the facet's vocabulary.
  value text not null,
  searches integer not null,
  -- The most people with this value that one search matched: how small a group the sums are about.
  people integer not null,
  -- First-three and first-page places that went to people with this value, and how many a lot among all matches would give.
  top_places integer not null,
  top_fair double precision not null,
  page_places integer not null,
  page_fair double precision not null,
  primary key (on_day, facet, value),
  constraint exposure_facet_word check (facet in ('discipline', 'region', 'language', 'evidence'))
);
