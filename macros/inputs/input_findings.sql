{#-
  A query for what a test tells of input_health: one line per finding.

  status: of the findings, warn or fail.
-#}
{% macro input_findings(status) %}
    {% set texts = {
        'rejected_share': "round(100 * found, 1) || ' % of the rows were rejected'",
        'unreadable_share': "round(100 * found, 1) || ' % of the values of ' || subject"
            ~ " || ' could not be read and are null'",
        'conflicting_events': "cast(found as bigint) || ' rows have the id of an event and"
            ~ " another content; the " ~ ('last' if var('on_conflict') == 'last' else 'first')
            ~ " counts'",
        'silence': "'no events for ' || round(found, 1) || ' times the longest usual silence'",
    } %}
    select
        input_table
        || case when tenant_id <> '' then ', tenant ' || tenant_id else '' end
        || case when source_file <> '' then ', ' || source_file else '' end
        || ': ' || case check_name
            {%- for name, text in texts.items() %}
            when '{{ name }}' then {{ text }}
            {%- endfor %}
        end || coalesce(' (' || nullif(examples, '') || ')', '') as finding
    from {{ ref('input_health') }}
    where status = {{ sql_text(status) }}
{% endmacro %}
