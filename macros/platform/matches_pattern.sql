{#- Whether a regular expression (an SQL literal) matches anywhere in a text. -#}
{% macro matches_pattern(text, pattern, ignore_case=false) %}
    {{ return(
        adapter.dispatch('matches_pattern', 'segmentation')(text, pattern, ignore_case)
    ) }}
{% endmacro %}

{% macro default__matches_pattern(text, pattern, ignore_case) %}
    {{ return(
        'regexp_matches(' ~ text ~ ', ' ~ pattern ~ (", 'i'" if ignore_case else '') ~ ')'
    ) }}
{% endmacro %}
