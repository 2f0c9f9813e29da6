{#- A text as the seeds spell it: lower case, one blank between words; null when empty. -#}
{% macro cleaned_text(text) -%}
    nullif(lower(trim(regexp_replace({{ text }}, '\s+', ' ', 'g'))), '')
{%- endmacro %}
