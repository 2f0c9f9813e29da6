{#-
  The values that a dimension can have, from the meta of its column, each once: those of its
  rules, those of meta.values, and with `values_from: rfm_model` those of the RFM model's map.
-#}
{% macro dimension_values(meta) %}
    {% set values = [] %}
    {% for rule in meta.get('classify') or [] if rule is mapping and rule.value is defined %}
        {% do values.append(rule.value) %}
    {% endfor %}
    {% if meta.get('values_from') == 'rfm_model' %}
        {% do values.extend(rfm_segment_names()) %}
    {% endif %}
    {{ return((values + (meta.get('values') or [])) | unique(case_sensitive=true) | list) }}
{% endmacro %}
