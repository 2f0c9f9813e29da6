{#-
  The version of the stored tables as the warehouse says it: 0 for one that was built
  before versions were kept, none for one in which nothing was ever built.
-#}
{% macro stored_version() %}
    {% if load_relation(warehouse_version()) %}
        {{ return(
            run_query('select max(version) from ' ~ warehouse_version()).columns[0].values()[0]
        ) }}
    {% endif %}
    {{ return(0 if load_relation(rollup_days()) else none) }}
{% endmacro %}
