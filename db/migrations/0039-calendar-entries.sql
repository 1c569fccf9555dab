-- What the calendars of both sides were last told of a booking: whatever differs from it is mailed.

create table calendar_entry (
  booking_id uuid primary key references booking on delete cascade,
  status text not null,
  days datemultirange not null,
  told_at timestamptz not null,
  constraint calendar_entry_status_word check (status in ('tentative', 'confirmed', 'cancelled'))
);
