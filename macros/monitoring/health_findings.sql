{#-
  A query for what a test tells of segment_health: one line per finding, with what to do.

  status: of the findings, warn or fail.
-#}
{% macro health_findings(status) %}
    select
        tenant_id || ': ' || segment_id || ': ' || check_name || ': ' || message as finding
    from {{ ref('segment_health') }}
    where status = {{ sql_text(status) }}
{% endmacro %}
