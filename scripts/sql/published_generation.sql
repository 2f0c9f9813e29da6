-- The one row about a published file.
select
    run_id,
    storage_version,
    as_of_date,
    built_at,
    published_at
from publication
