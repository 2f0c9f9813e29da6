-- The rows of a mart, or of the members now of some segments, in a fixed order. For CSV, a
-- text that a spreadsheet would run as a formula gets an apostrophe in front, and so does
-- one that begins with an apostrophe: who takes one away has the text again.
select
    {%- for column, is_text in columns %}
    {%- if is_text and is_for_spreadsheets %}
    case
        when regexp_matches({{ column | name }}, '^[-=+@＝＋－＠''\t\r\n]')
            then '''' || {{ column | name }}
        else {{ column | name }}
    end as {{ column | name }}
    {%- else %}
    {{ column | name }}
    {%- endif %}
    {{- ',' if not loop.last }}
    {%- endfor %}
from {{ mart | name }} as source
where true
    {%- for column, values in conditions.items() %}
    and source.{{ column | name }} in (
        {%- for value in values %}{{ value | literal }}{{ ', ' if not loop.last }}{% endfor -%}
    )
    {%- endfor %}
    {%- if is_now %}
    and source.left_at is null
    {%- endif %}
{%- if order %}
order by
    {%- for column in order %}
    source.{{ column | name }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endif %}
