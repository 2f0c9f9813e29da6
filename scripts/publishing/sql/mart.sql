-- One mart, whole, with the descriptions of its model as comments.
create table published.main.{{ table | name }} as
from warehouse.{{ schema | name }}.{{ table | name }};

comment on table published.main.{{ table | name }} is {{ description | literal }};
{%- for column, text in columns.items() %}
comment on column published.main.{{ table | name }}.{{ column | name }} is {{ text | literal }};
{%- endfor %}
