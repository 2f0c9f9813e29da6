"""What every subject needs: settings, errors, output, the lock, the warehouse, dbt."""
