import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'from the embedded dev database in *, as postgres',
      '47 migrations are applied in ',
      'V20261120092000__validate_user_account_email_check *applied ',
      'the database is up to date: there is nothing to do',
      'the database is up to date: nothing was to be done',
      'everything in the schema was dropped first',
      '47 migrations are applied in ')
}
