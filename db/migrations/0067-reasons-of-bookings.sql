-- Why a booking ended is a closed word, and now has its guard; a registrar who voids one names a reason, too.

alter table booking
  add constraint booking_reason_code_word check (reason_code in ('not-free', 'too-far', 'rate', 'terms', 'prep-time', 'not-my-skill', 'conflict-of-interest', 'project', 'other', 'not-needed', 'dates-changed', 'other-firm-offer', 'found-someone', 'project-stopped', 'illness', 'disagreement', 'false-production', 'outside-the-profession', 'against-the-law', 'mistake', 'at-request'));
