{#-
  Stops a run for a day before the newest that was evaluated, unless `rewind: true`.

  day: the day of the run, YYYY-MM-DD or a date; none when it is not known yet.
-#}
{% macro refuse_earlier_day(day) %}
    {% set runs = existing_relation('segment_runs') if day and not var('rewind', false) %}
    {% if not runs %}
        {{ return(none) }}
    {% endif %}
    {% set newest = run_query('select max(as_of_date) from ' ~ runs).columns[0].values()[0] %}
    {% if newest is not none and day | string < newest | string %}
        {{ exceptions.raise_compiler_error(
            'segments: as_of_date ' ~ day ~ ' is before ' ~ newest
            ~ ', the newest day that segments were evaluated for, and a run would rewrite'
            ~ ' what is known since. To do so, and drop the days after ' ~ day
            ~ ", run with --vars '{as_of_date: " ~ day ~ ", rewind: true}'."
        ) }}
    {% endif %}
{% endmacro %}
