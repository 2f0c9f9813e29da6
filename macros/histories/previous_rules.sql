{#-
  The rules of before of the segments whose rules are others today, compiled to be asked
  beside those of today: {definitions, context, wrong}, as segment_build() gives them.

  Left out, so that whoever moves counts as moved by the edit: what cannot be made again as
  it was (its SQL is another one now, since a template or a referred dimension changed, too),
  and segments whose tenants had several rules.
-#}
{% macro previous_rules() %}
    {% set rules = {'definitions': [], 'context': {'leaves': {}}, 'wrong': {}} %}
    {% if not execute or model.resource_type == 'unit_test' %}
        {{ return(rules) }}
    {% endif %}
    {% if not load_relation(ref('int_segment_versions'))
        or not load_relation(ref('int_segment_reasons')) %}
        {{ return(rules) }}
    {% endif %}
    {% set before = {} %}
    {% for row in run_query(previous_rules_query()).rows %}
        {% do before.update({row[0]: {'criteria': fromjson(row[1]), 'predicate': row[2]}}) %}
    {% endfor %}
    {% if not before %}
        {{ return(rules) }}
    {% endif %}
    {% set written = [] %}
    {% for definition in segment_definitions() %}
        {% if definition.name in before and definition.meta is mapping %}
            {% set meta = dict(definition.meta, criteria=before[definition.name].criteria) %}
            {% do written.append(dict(definition, meta=meta)) %}
        {% else %}
            {% do written.append(definition) %}
        {% endif %}
    {% endfor %}
    {% set context = segment_context(written + dimension_definitions()) %}
    {% set wrong = {} %}
    {% for problem in validate_segments(written, context) if problem.severity == 'error' %}
        {% do wrong.update({problem.segment: true}) %}
    {% endfor %}
    {% for definition in written if definition.name in before and definition.name not in wrong
        and compile_segment(definition.name, context) == before[definition.name].predicate %}
        {% do rules.definitions.append(definition) %}
    {% endfor %}
    {{ return(dict(rules, context=context)) }}
{% endmacro %}
