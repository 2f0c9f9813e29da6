-- For whom a file was published.
select
    layout,
    storage_version
from publication
