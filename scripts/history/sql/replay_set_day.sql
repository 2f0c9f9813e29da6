-- what a run's start writes into run_day, for one more day of the same backfill
update run_day
set
    as_of_date = cast($as_of_date as date),
    known_until = cast($known_until as timestamp),
    is_rewind = false
