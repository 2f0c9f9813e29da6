{#-
  One definition as the values of segment_columns(). criteria_hash changes with what the
  criteria mean (their SQL, references and templates included), definition_hash with
  anything that the row says.
-#}
{% macro segment_row(definition, build) %}
    {% set is_wrong = definition.name in build.wrong %}
    {% set meta = definition.meta if definition.meta is mapping else {} %}
    {% set predicate = none if is_wrong else compile_segment(definition.name, build.context) %}
    {% set share = meta.expected_share if meta.expected_share and not is_wrong else [none, none] %}
    {% set owner = definition.owner or {} %}
    {% set row = {
        'segment_id': definition.name,
        'name': definition.label or definition.name,
        'description': definition.description or none,
        'segment_type': meta.segment_type if meta.segment_type is string else 'custom',
        'owner': owner.get('name') or owner.get('email') or none,
        'status': 'invalid' if is_wrong else 'active',
        'maturity': definition.maturity | string if definition.maturity else none,
        'exclusive_set': meta.exclusive_set if meta.exclusive_set is string else none,
        'dimension': definition.dimension or none,
        'dimension_value': definition['value'] or none,
        'tags': tojson(definition.tags | list) if definition.tags else none,
        'playbook': tojson(meta.playbook) if meta.playbook else none,
        'criteria': tojson(meta.get('criteria')),
        'predicate': predicate,
        'criteria_hash': none if is_wrong
            else local_md5(predicate ~ tojson(definition.rules or none)),
        'definition_hash': none,
        'priority': meta.priority if meta.priority is integer else none,
        'lowest_expected_share': share[0],
        'highest_expected_share': share[1],
    } %}
    {% do row.update({'definition_hash': local_md5(tojson(row))}) %}
    {{ return(row) }}
{% endmacro %}
