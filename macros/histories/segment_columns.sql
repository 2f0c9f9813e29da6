{#-
  What customer_segments keeps of a definition: its columns and their types, in order.
-#}
{% macro segment_columns() %}
    {{ return({
        'segment_id': 'varchar',
        'name': 'varchar',
        'description': 'varchar',
        'segment_type': 'varchar',
        'owner': 'varchar',
        'status': 'varchar',
        'maturity': 'varchar',
        'exclusive_set': 'varchar',
        'dimension': 'varchar',
        'dimension_value': 'varchar',
        'tags': 'varchar',
        'playbook': 'varchar',
        'criteria': 'varchar',
        'predicate': 'varchar',
        'criteria_hash': 'varchar',
        'definition_hash': 'varchar',
        'priority': 'integer',
        'lowest_expected_share': 'decimal(9, 6)',
        'highest_expected_share': 'decimal(9, 6)',
    }) }}
{% endmacro %}
