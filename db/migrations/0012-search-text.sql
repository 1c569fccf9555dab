-- What the fallback search engine reads words in. Only what the person shows to everybody: a bio for fewer is left out.

-- Folded words, parted at everything that is no letter or digit; hyphenated ones once more in one piece.
create function plain_words(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(public.fold_accents(value), '[^[:alnum:]]+', ' ', 'g')
    || ' ' || regexp_replace(regexp_replace(public.fold_accents(value), '[-‑]', '', 'g'), '[^[:alnum:]]+', ' ', 'g');

alter table coordinator
  add column words tsvector generated always as (
    setweight(to_tsvector('pg_catalog.simple', plain_words(display_name)), 'A')
    || setweight(to_tsvector('pg_catalog.simple', plain_words(title_form)), 'B')
    || setweight(to_tsvector('pg_catalog.simple', plain_words(coalesce(headline_fr, '') || ' ' || coalesce(headline_en, ''))), 'C')
    || case when coalesce(visibility ->> 'bio', 'public') = 'public'
      then setweight(to_tsvector('pg_catalog.simple', plain_words(coalesce(bio_fr, '') || ' ' || coalesce(bio_en, ''))), 'D')
      else ''::tsvector end
  ) stored,
  -- Short texts, for words with a typing error.
  add column spelt text generated always as (
    public.fold_accents(display_name || ' ' || title_form || ' ' || coalesce(headline_fr, '') || ' ' || coalesce(headline_en, ''))
  ) stored;
create index coordinator_words on coordinator using gin (words);
create index coordinator_spelt on coordinator using gin (spelt gin_trgm_ops);
