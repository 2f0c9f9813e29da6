-- The files that the rows came from are read again, without them.
{%- set rows %}
    tenant_id = {{ tenant | literal }}
    and (
        customer_id = {{ customer | literal }}
        {%- if table == 'base_events' %}
        or customer_id is null and anonymous_id in (select anonymous_id from erased_ids)
        {%- endif %}
    )
{%- endset %}
create or replace temp table erased_files as
select distinct source_file
from {{ table | name }}
where {{ rows }};

update int_input_files
set file_version = ''
where source_file in (select source_file from erased_files);

update {{ table | name }}
set file_version = ''
where source_file in (select source_file from erased_files);

delete from {{ table | name }}
where {{ rows }};
