-- The newest day that was evaluated to its end.
select max(as_of_date) as as_of_date from segment_runs
