{#-
  A post-hook of int_as_of_date: with `rewind: true`, the days from as_of_date on are no
  finished runs any more, before any history drops its part of them. A run that dies on
  the way leaves nothing that looks finished.
-#}
{% macro forget_rewound_runs() %}
    {% set runs = existing_relation('segment_runs') if execute %}
    {% if runs %}
        delete from {{ runs }}
        where
            (select run_day.is_rewind from {{ run_day() }} as run_day)
            and as_of_date >= (select day.as_of_date from {{ this }} as day)
    {% endif %}
{% endmacro %}
