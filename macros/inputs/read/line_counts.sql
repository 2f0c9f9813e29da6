{#- Select-list items that count lines; options: see dialect_options(). -#}
{% macro line_counts(options, is_csv) %}
    {% if not is_csv and options.get('format') == 'array' %}
        {{ return('json_array_length(string_agg(line, chr(10))) as line_count, 0 as blank_count') }}
    {% endif %}
    {# an empty line is null; to look into the others would take as long as to read them #}
    {% set is_blank = 'line is null' %}
    {% if is_csv and options.get('comment') %}
        {% set is_blank = is_blank ~ ' or starts_with(line, ' ~ sql_text(options.comment) ~ ')' %}
    {% endif %}
    {{ return(
        'count(*) as line_count, count(*) filter (where ' ~ is_blank ~ ') as blank_count'
    ) }}
{% endmacro %}
