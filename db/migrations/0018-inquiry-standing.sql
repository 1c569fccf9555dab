-- A decision closes a thread: only a question asked after the last answer and the last decision waits for its owner.

create or replace view inquiry_standing as
  select
    inquiry.id as inquiry_id,
    inquiry.credential_id,
    inquiry.company_id,
    last_answer.sent_at as answered_at,
    (
      select min(sent_at) from inquiry_message
      where inquiry_message.inquiry_id = inquiry.id and party = 'registrar'
        and sent_at > coalesce(greatest(last_answer.sent_at, last_decision.decided_at), '-infinity')
    ) as asked_at
  from inquiry
  left join lateral (
    select max(sent_at) as sent_at from inquiry_message
    where inquiry_message.inquiry_id = inquiry.id and party = 'owner'
  ) last_answer on true
  left join lateral (
    select max(decided_at) as decided_at from (
      select decided_at from credential_decision where credential_decision.credential_id = inquiry.credential_id
      union all
      select decided_at from company_decision where company_decision.company_id = inquiry.company_id
    ) decision
  ) last_decision on true;
