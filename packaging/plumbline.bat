@echo off
rem Starts Plumbline with Java 25: the one noted at build time, else PLUMBLINE_JAVA, JAVA_HOME.
setlocal
set "home=%~dp0.."
set "java_home="
for /f "usebackq delims=" %%j in ("%home%\lib\java-home") do if exist "%%j\bin\java.exe" set "java_home=%%j"
if not defined java_home if defined PLUMBLINE_JAVA if exist "%PLUMBLINE_JAVA%\bin\java.exe" set "java_home=%PLUMBLINE_JAVA%"
if not defined java_home if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java_home=%JAVA_HOME%"
if not defined java_home (
  echo Plumbline needs Java 25: install a JDK 25 or set PLUMBLINE_JAVA to its folder. 1>&2
  exit /b 2
)
"%java_home%\bin\java" "-Dplumbline.home=%home%" --enable-native-access=ALL-UNNAMED %PLUMBLINE_JAVA_OPTIONS% -cp "%home%\lib\*" dev.plumbline.app.Launcher %*
