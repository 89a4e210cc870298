import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)

def portal = new File(basedir, '../../../ngdi-portal').toPath()
def here = basedir.toPath()
portal.toFile().eachFileRecurse { file ->
  def path = portal.relativize(file.toPath())
  if (file.file && !path.startsWith('target') && !path.startsWith('.db')) {
    def copy = here.resolve(path)
    java.nio.file.Files.createDirectories(copy.parent)
    java.nio.file.Files.copy(file.toPath(), copy)
  }
}
